"""The build: pages, packs, catalogs and the engine become a folder of static files; never shipped."""
