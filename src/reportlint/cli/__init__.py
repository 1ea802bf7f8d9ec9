"""The command: arguments, printing, exit codes. Nothing here is worth importing."""
