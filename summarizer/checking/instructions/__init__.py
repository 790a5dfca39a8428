"""Whether the article tries to instruct whoever reads it: its wordings, the marks of prompts and programs."""

from summarizer.checking.instructions.search import check_instructions

__all__ = ["check_instructions"]
