"""Named corridors: years, volumes, bottlenecks, rivals, calibration."""
