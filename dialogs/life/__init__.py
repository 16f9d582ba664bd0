"""What becomes of a plan after the talk: states, reviewers, check-ins, who sees it."""
