"""What a fresh machine needs before a verb runs: Python, `.venv`, the locked packages, a browser, npm tools."""
