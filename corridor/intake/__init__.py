"""Takes in data that a visitor brings: checked, reported in full, never trusted."""

from corridor.intake.report import Note
from corridor.intake.upload import Intake, Upload, take_in

__all__ = ["Intake", "Note", "Upload", "take_in"]
