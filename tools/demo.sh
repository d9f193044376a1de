#!/bin/sh
# What kgraph does with the sample articles: reads them, says what came in, answers three questions, draws and exports the graph.
# Run by `make demo`; KGRAPH_STORE says where the graph lives.
set -eu

say() { printf '\n== %s\n' "$*"; }

say "kgraph ingest data/articles"
kgraph ingest data/articles

say "kgraph stats"
kgraph stats

say "Who has to do with Lantern Bay, and how?  (kgraph query people-of)"
kgraph query people-of --param work="Lantern Bay"

say "Whom is Seo Ha-rin tied to?  (kgraph query ties-of, asked in Hangul)"
kgraph query ties-of --param person="서하린"

say "What says that?  (kgraph show)"
kgraph show "Lantern Bay" --sentences

say "Can every sentence still be found?  (kgraph verify)"
kgraph verify

say "Files"
kgraph map --output out/map.html --title "kgraph: the sample articles"
kgraph export --format turtle --output out/graph.ttl
