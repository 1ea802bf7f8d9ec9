"""Renderers: results → text for people or machines. They show and convert positions; they never lint or change findings."""
