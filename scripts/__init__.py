"""What developers run: the content lint and the generator of docs/dialogs.md."""
