"""Parts of build_knowledge: one module for each kind of source."""
