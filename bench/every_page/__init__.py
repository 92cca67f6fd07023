"""Every page and every e-mail of the sample house, a file each, so that two trees can be held side by side."""
