"""What the components of the extension share. Runs in the Python of LibreOffice (3.8 or later) and imports nothing else."""
