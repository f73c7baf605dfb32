"""Asks a Kubernetes API server a recorded list of questions and compares two servers' answers."""
