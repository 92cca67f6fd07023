"""PostgreSQL as this house wants it: nobody waits for ever, and nobody waits for somebody who waits."""
