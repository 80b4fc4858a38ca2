"""The training as SCORM 1.2: lessons and practice conversations that tell a learning platform where someone is, and no more."""
