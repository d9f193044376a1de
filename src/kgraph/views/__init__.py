"""What a person sees, made from a Reader only: query, export, graph, map."""
