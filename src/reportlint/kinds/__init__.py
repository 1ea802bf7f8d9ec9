"""Kinds: parametrised checks that packs instantiate with `params`: a pattern, a list of confusions, a required part …"""
