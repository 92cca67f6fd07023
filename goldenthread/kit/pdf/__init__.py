"""Tagged PDF (PDF/UA-1), set by Typst, with fonts of our own."""
