"""A presentation per module: the screens of its lessons as PowerPoint slides, with the notes of the trainer under them."""
