"""Charts as SVG text, drawn by matplotlib while the site is built: values in, one line of SVG out, no script on the page."""
