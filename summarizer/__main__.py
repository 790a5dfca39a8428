"""`python -m summarizer`: the command line where its script is not on the path."""

from summarizer.cli import main

main()
