"""Configuration: reportlint.toml or [tool.reportlint], layer over layer, checked, and turned into `Settings`.

`values` holds what a configuration says, `schema` its form, `reading` the way from files to values, `settings` the way
from values to the settings of one file. `form` sees that a file is right; only when it is not, pydantic is imported to explain.
"""
