"""Answers cut from the report by template, each figure cited, each reply checked."""
