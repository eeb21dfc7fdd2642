-- The ledger's first tables. docs/formats/ledger.md describes every column.
-- A statement ends with a semicolon at the end of a line. Never edited after release.

-- One row in SQLite, where a file is one county; more on a shared database.
CREATE TABLE county (
    name TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
    county TEXT NOT NULL REFERENCES county (name),
    number INTEGER NOT NULL CHECK (number > 0),
    idempotency_key TEXT,
    header TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (county, number),
    UNIQUE (county, idempotency_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
    county TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    batch INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (county, seq),
    FOREIGN KEY (county, batch) REFERENCES batch (county, number)
) STRICT, WITHOUT ROWID;

-- Facts are never changed or deleted, only followed. These stop a slip of the hand; the chain
-- shows what somebody does on purpose.
CREATE TRIGGER county_stays BEFORE UPDATE ON county BEGIN SELECT RAISE(ABORT, 'a county keeps its name'); END;
CREATE TRIGGER county_remains BEFORE DELETE ON county BEGIN SELECT RAISE(ABORT, 'a county is never deleted'); END;
CREATE TRIGGER batch_stays BEFORE UPDATE ON batch BEGIN SELECT RAISE(ABORT, 'a batch is never changed'); END;
CREATE TRIGGER batch_remains BEFORE DELETE ON batch BEGIN SELECT RAISE(ABORT, 'a batch is never deleted'); END;
CREATE TRIGGER fact_stays BEFORE UPDATE ON fact BEGIN SELECT RAISE(ABORT, 'a fact is never changed'); END;
CREATE TRIGGER fact_remains BEFORE DELETE ON fact BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
