-- What colleagues say to each other about a part of the plan or one of its documents, and whose answer is asked for.
CREATE TABLE plan_comment (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,                        -- what is said
    title_order TEXT NOT NULL,
    node TEXT NOT NULL,
    document TEXT NOT NULL,                     -- "" of the part itself
    section INTEGER,                            -- of the document
    function TEXT NOT NULL,                     -- who is asked
    answer TEXT NOT NULL,
    written_by TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX plan_comment_list ON plan_comment (municipality_id, node, title_order, id);
CREATE INDEX plan_comment_document ON plan_comment (municipality_id, document);
