"""The command line: its verbs, grouped, and how an answer is written for people."""
