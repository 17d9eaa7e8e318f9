"""Where private files lie: the storage `private` of STORAGES, apart from `default`, whose files the public asks for."""

from django.core.files.storage import FileSystemStorage, Storage, storages


class PrivateFiles(FileSystemStorage):
    """A folder that no web server serves; nothing in it has an address."""

    def url(self, name: str | None) -> str:
        """Refuse: what has no address cannot be linked to by mistake."""
        raise ValueError(f"No address leads to {name}")


def private_files() -> Storage:
    """The storage of private files."""
    return storages["private"]
