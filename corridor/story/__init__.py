"""Stories to present: slides of text and of views, whose figures are references and never typed."""
