"""What is done to a text before anybody reads it: normalise, split into sentences, read the masthead."""
