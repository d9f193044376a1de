"""Formats that a graph leaves in: one small file each, an exporter with ``write`` and ``finalize``."""
