"""What must be fast, measured against its peer in one run (`make bench`)."""
