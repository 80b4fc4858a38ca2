"""The program behind the site: `python -m scripts <verb>`."""
