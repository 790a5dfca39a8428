"""What code computes and verifies of a draft, whoever wrote it; `check` is the one way in."""
