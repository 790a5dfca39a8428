"""The wording of conflict inside sentences: tokens, lexicons and finders. Knows nothing of readers or
checks."""
