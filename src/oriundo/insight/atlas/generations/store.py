"""The folder of the generations: which is in use, how the next one takes its place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from oriundo.insight.atlas.generations.checking import Damaged, damages, settle, to_disk
from oriundo.insight.atlas.generations.manifest import Manifest, Unreadable, from_text, to_text

_POINTER = "current"
_MANIFEST = "manifest.json"
_KEPT = 2
# Below this, building again takes less time than waiting for the disk; a loss of power is then
# found by the checksums, as it is above.
_WORTH_WAITING = 16 << 20


@dataclass(frozen=True, slots=True)
class Generation:
    """A finished generation."""

    folder: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        return self.folder.name


class Store:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def building(self) -> Path:
        """The lock of whoever builds all anew."""
        return self._made() / "build.lock"

    @property
    def swapping(self) -> Path:
        """The lock of whoever finishes a generation and points at it; held for seconds."""
        return self._made() / "swap.lock"

    def stamp(self) -> tuple[int, int, int] | None:
        """Something that is another whenever another generation is in use; None: none is."""
        try:
            stat = (self.folder / _POINTER).stat()
        except OSError:
            return None
        return stat.st_ino, stat.st_mtime_ns, stat.st_size

    def read(self, name: str, *, whole: bool = False) -> Generation:
        """The generation of a name, whose files have the sizes (`whole`: and checksums) that it
        says. Raises Damaged when it is missing, of another format, or not what it says."""
        folder = self.folder / name
        try:
            manifest = from_text((folder / _MANIFEST).read_text(encoding="utf-8"))
        except (OSError, Unreadable, UnicodeDecodeError) as error:
            raise Damaged(f"{name}/{_MANIFEST}") from error
        wrong = damages(folder, manifest.files, whole=whole)
        if wrong:
            raise Damaged(f"{name}/{wrong[0]}")
        return Generation(folder, manifest)

    def current(self) -> str | None:
        """The name that the pointer holds; None when there is none."""
        try:
            name = (self.folder / _POINTER).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return name if name.isdecimal() else None

    def standing(self, *, whole: bool = False) -> Iterator[Generation]:
        """Those that can be used, the one in use first, then from the newest to the oldest."""
        names = sorted(self._names(), reverse=True)
        current = self.current()
        for name in sorted(names, key=lambda name: name != current):
            with suppress(Damaged):
                yield self.read(name, whole=whole)

    def draft(self, purpose: str) -> Path:
        """A new empty folder to write a generation into. `purpose`: whose lock is held, "building"
        or "swapping"; what one killed under the same lock left is swept away."""
        for left in self._made().glob(f"{purpose}-*"):
            shutil.rmtree(left, ignore_errors=True)
        return Path(mkdtemp(prefix=f"{purpose}-", dir=self.folder))

    def finish(self, draft: Path, manifest: Manifest) -> Generation:
        """Make a draft a generation: its files and its manifest, on the disk, under its name.

        The lock `swapping` is held.
        """
        (draft / _MANIFEST).write_text(to_text(manifest), encoding="utf-8")
        if manifest.size > _WORTH_WAITING:
            settle(draft)
        name = f"{max(map(int, self._names()), default=0) + 1:08d}"
        draft.chmod(0o700)
        folder = draft.rename(self.folder / name)
        return Generation(folder, manifest)

    def point(self, generation: Generation) -> None:
        """Put a generation into use, at once and for everyone. The lock `swapping` is held."""
        new = self.folder / f"{_POINTER}.new"
        new.write_text(generation.name + "\n", encoding="utf-8")
        waits = generation.manifest.size > _WORTH_WAITING
        if waits:
            to_disk(new)
        new.replace(self.folder / _POINTER)
        if waits:
            to_disk(self.folder)
        self._prune(generation.name)

    def condemn(self, name: str) -> None:
        """Have nobody use a generation any more. The lock `swapping` is held."""
        (self.folder / name / _MANIFEST).unlink(missing_ok=True)

    def _prune(self, current: str) -> None:
        """Keep the one in use and the one before. Whoever has an older one mapped keeps it until
        it lets go; whoever is just opening it finds it gone and looks at the pointer again."""
        for name in sorted(self._names() - {current}, reverse=True)[_KEPT - 1 :]:
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def keep_only_current(self) -> None:
        """Delete every generation but the one in use. The lock `swapping` is held."""
        for name in self._names() - {self.current()}:
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def _names(self) -> set[str]:
        with suppress(FileNotFoundError):
            return {one.name for one in self.folder.iterdir() if one.name.isdecimal()}
        return set()

    def _made(self) -> Path:
        # What lies here is public; whoever may write here decides what the public sees.
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self.folder
