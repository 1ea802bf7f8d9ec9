"""An example of a plugin for reportlint."""
