-- table _sqlite_migrations on _sqlite_migrations
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
-- index idx__sqlite_migrations_migration_set_name on _sqlite_migrations
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
-- table adjustment on adjustment
CREATE TABLE adjustment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    task TEXT NOT NULL,
    moved_to TEXT,
    set_aside_on TEXT,
    reason TEXT NOT NULL,
    done_on TEXT,
    binned_at TEXT, brought_back_on TEXT,
    UNIQUE (interview_id, task)
) STRICT;
-- index sqlite_autoindex_adjustment_1 on adjustment
-- table alphabet on alphabet
CREATE TABLE alphabet (
        id INTEGER PRIMARY KEY,
        letter TEXT NOT NULL,
        plain TEXT NOT NULL,
        also TEXT NOT NULL
    ) STRICT;
-- table answering on answering
CREATE TABLE answering (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        story_id INTEGER NOT NULL REFERENCES story (id),
        question_id INTEGER NOT NULL REFERENCES question (id),
        binned_at TEXT
    ) STRICT
    ;
-- index answering_question on answering
CREATE INDEX answering_question ON answering (question_id);
-- index answering_story on answering
CREATE INDEX answering_story ON answering (story_id);
-- table asking on asking
CREATE TABLE asking (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        interview_id INTEGER NOT NULL REFERENCES interview (id),
        question_id INTEGER NOT NULL REFERENCES question (id),
        binned_at TEXT
    ) STRICT
    ;
-- index asking_interview on asking
CREATE INDEX asking_interview ON asking (interview_id);
-- index asking_question on asking
CREATE INDEX asking_question ON asking (question_id);
-- trigger briefing_ai on briefing
CREATE TRIGGER briefing_ai AFTER INSERT ON briefing BEGIN INSERT INTO briefing_fts (rowid, words) SELECT id, words FROM briefing_searched WHERE id = NEW.id; END;
-- trigger briefing_au on briefing
CREATE TRIGGER briefing_au AFTER UPDATE OF id, note, to_stress, fit ON briefing BEGIN INSERT INTO briefing_fts (rowid, words) SELECT id, words FROM briefing_searched WHERE id = NEW.id; END;
-- trigger briefing_bd on briefing
CREATE TRIGGER briefing_bd BEFORE DELETE ON briefing BEGIN INSERT INTO briefing_fts (briefing_fts, rowid, words) SELECT 'delete', id, words FROM briefing_searched WHERE id = OLD.id; END;
-- trigger briefing_bu on briefing
CREATE TRIGGER briefing_bu BEFORE UPDATE OF id, note, to_stress, fit ON briefing BEGIN INSERT INTO briefing_fts (briefing_fts, rowid, words) SELECT 'delete', id, words FROM briefing_searched WHERE id = OLD.id; END;
-- table briefing on briefing
CREATE TABLE briefing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    reference_id INTEGER NOT NULL REFERENCES reference (id),
    not_needed_on TEXT,
    briefed_on TEXT,
    called_on TEXT,
    thanked_on TEXT,
    told_on TEXT,
    note TEXT NOT NULL,
    binned_at TEXT
, to_stress TEXT NOT NULL DEFAULT '', fit TEXT NOT NULL DEFAULT '') STRICT;
-- index briefing_briefed on briefing
CREATE INDEX briefing_briefed ON briefing (reference_id, briefed_on);
-- index briefing_interview on briefing
CREATE INDEX briefing_interview ON briefing (interview_id);
-- index briefing_thanked on briefing
CREATE INDEX briefing_thanked ON briefing (reference_id, thanked_on);
-- table briefing_fts on briefing_fts
CREATE VIRTUAL TABLE briefing_fts USING fts5 (words, content = 'briefing_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table briefing_fts_config on briefing_fts_config
-- table briefing_fts_data on briefing_fts_data
-- table briefing_fts_docsize on briefing_fts_docsize
-- table briefing_fts_idx on briefing_fts_idx
-- view briefing_searched on briefing_searched
CREATE VIEW briefing_searched AS SELECT id, 
    CASE WHEN words_text NOT GLOB '*[^' || char(1) || '-~]*' THEN words_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT words_text, words_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS words FROM (SELECT id, note || ' ' || to_stress || ' ' || fit AS words_text FROM briefing);
-- table change on change
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    sentence TEXT NOT NULL,
    interview_id INTEGER,
    merge TEXT NOT NULL,
    undone_at TEXT
, window TEXT NOT NULL DEFAULT '') STRICT;
-- index change_interview on change
CREATE INDEX change_interview ON change (interview_id);
-- table change_row on change_row
CREATE TABLE change_row (
    id INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    record TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
-- index change_row_change on change_row
CREATE INDEX change_row_change ON change_row (change_id);
-- table draft on draft
CREATE TABLE "draft" (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        form TEXT NOT NULL,
        window TEXT NOT NULL DEFAULT '',
        fields TEXT NOT NULL
    ) STRICT
    ;
-- index draft_form on draft
CREATE INDEX draft_form ON draft (form);
-- table feeling on feeling
CREATE TABLE feeling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        interview_id INTEGER NOT NULL REFERENCES interview (id),
        sure INTEGER NOT NULL CHECK (sure BETWEEN 1 AND 5),
        noted_on TEXT,
        binned_at TEXT
    ) STRICT
    ;
-- index feeling_interview on feeling
CREATE INDEX feeling_interview ON feeling (interview_id);
-- trigger follow_up_ai on follow_up
CREATE TRIGGER follow_up_ai AFTER INSERT ON follow_up BEGIN INSERT INTO follow_up_fts (rowid, words) SELECT id, words FROM follow_up_searched WHERE id = NEW.id; END;
-- trigger follow_up_au on follow_up
CREATE TRIGGER follow_up_au AFTER UPDATE OF id, said ON follow_up BEGIN INSERT INTO follow_up_fts (rowid, words) SELECT id, words FROM follow_up_searched WHERE id = NEW.id; END;
-- trigger follow_up_bd on follow_up
CREATE TRIGGER follow_up_bd BEFORE DELETE ON follow_up BEGIN INSERT INTO follow_up_fts (follow_up_fts, rowid, words) SELECT 'delete', id, words FROM follow_up_searched WHERE id = OLD.id; END;
-- trigger follow_up_bu on follow_up
CREATE TRIGGER follow_up_bu BEFORE UPDATE OF id, said ON follow_up BEGIN INSERT INTO follow_up_fts (follow_up_fts, rowid, words) SELECT 'delete', id, words FROM follow_up_searched WHERE id = OLD.id; END;
-- table follow_up on follow_up
CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    person_id INTEGER REFERENCES person (id),
    planned_on TEXT,
    channel TEXT NOT NULL,
    done_on TEXT,
    result TEXT NOT NULL,
    said TEXT NOT NULL,
    new_promise TEXT,
    binned_at TEXT
) STRICT;
-- index follow_up_interview on follow_up
CREATE INDEX follow_up_interview ON follow_up (interview_id);
-- table follow_up_fts on follow_up_fts
CREATE VIRTUAL TABLE follow_up_fts USING fts5 (words, content = 'follow_up_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table follow_up_fts_config on follow_up_fts_config
-- table follow_up_fts_data on follow_up_fts_data
-- table follow_up_fts_docsize on follow_up_fts_docsize
-- table follow_up_fts_idx on follow_up_fts_idx
-- view follow_up_searched on follow_up_searched
CREATE VIEW follow_up_searched AS SELECT id, 
    CASE WHEN words_text NOT GLOB '*[^' || char(1) || '-~]*' THEN words_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT words_text, words_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS words FROM (SELECT id, said AS words_text FROM follow_up);
-- trigger interview_ai on interview
CREATE TRIGGER interview_ai AFTER INSERT ON interview BEGIN INSERT INTO interview_fts (rowid, employer, listed, notes) SELECT id, employer, listed, notes FROM interview_searched WHERE id = NEW.id; END;
-- trigger interview_au on interview
CREATE TRIGGER interview_au AFTER UPDATE OF id, employer, role, place, notes, position_facts, wanted_for, who_calls, contact_how, posting_link, posting, to_ask ON interview BEGIN INSERT INTO interview_fts (rowid, employer, listed, notes) SELECT id, employer, listed, notes FROM interview_searched WHERE id = NEW.id; END;
-- trigger interview_bd on interview
CREATE TRIGGER interview_bd BEFORE DELETE ON interview BEGIN INSERT INTO interview_fts (interview_fts, rowid, employer, listed, notes) SELECT 'delete', id, employer, listed, notes FROM interview_searched WHERE id = OLD.id; END;
-- trigger interview_bu on interview
CREATE TRIGGER interview_bu BEFORE UPDATE OF id, employer, role, place, notes, position_facts, wanted_for, who_calls, contact_how, posting_link, posting, to_ask ON interview BEGIN INSERT INTO interview_fts (interview_fts, rowid, employer, listed, notes) SELECT 'delete', id, employer, listed, notes FROM interview_searched WHERE id = OLD.id; END;
-- table interview on interview
CREATE TABLE interview (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    employer TEXT NOT NULL CHECK (employer <> ''),
    role TEXT NOT NULL,
    held_on TEXT NOT NULL,
    starts_at TEXT,
    ends_at TEXT,
    zone TEXT NOT NULL,
    form TEXT NOT NULL,
    place TEXT NOT NULL,
    round INTEGER NOT NULL,
    follows_id INTEGER REFERENCES interview (id),
    felt TEXT NOT NULL,
    promised_on TEXT,
    missed_call_on TEXT,
    contact_how TEXT NOT NULL,
    position_facts TEXT NOT NULL,
    outcome TEXT NOT NULL,
    outcome_on TEXT,
    notes TEXT NOT NULL,
    created_at TEXT,
    binned_at TEXT
, wanted_for TEXT NOT NULL DEFAULT '', who_calls TEXT NOT NULL DEFAULT '', answer_by TEXT, posting_link TEXT NOT NULL DEFAULT '', posting TEXT NOT NULL DEFAULT '', to_ask TEXT NOT NULL DEFAULT '', offer_written TEXT NOT NULL DEFAULT '', offer_said TEXT NOT NULL DEFAULT '') STRICT;
-- index interview_binned on interview
CREATE INDEX interview_binned ON interview (id) WHERE binned_at IS NOT NULL;
-- index interview_follows on interview
CREATE INDEX interview_follows ON interview (follows_id) WHERE follows_id IS NOT NULL;
-- index interview_held_on on interview
CREATE INDEX interview_held_on ON interview (held_on);
-- index interview_outcome on interview
CREATE INDEX interview_outcome ON interview (outcome, outcome_on);
-- table interview_fts on interview_fts
CREATE VIRTUAL TABLE interview_fts USING fts5 (employer, listed, notes, content = 'interview_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table interview_fts_config on interview_fts_config
-- table interview_fts_data on interview_fts_data
-- table interview_fts_docsize on interview_fts_docsize
-- table interview_fts_idx on interview_fts_idx
-- view interview_searched on interview_searched
CREATE VIEW interview_searched AS SELECT id, 
    CASE WHEN employer_text NOT GLOB '*[^' || char(1) || '-~]*' THEN employer_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT employer_text, employer_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS employer, 
    CASE WHEN listed_text NOT GLOB '*[^' || char(1) || '-~]*' THEN listed_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT listed_text, listed_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS listed, 
    CASE WHEN notes_text NOT GLOB '*[^' || char(1) || '-~]*' THEN notes_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT notes_text, notes_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS notes FROM (SELECT id, employer AS employer_text, role || ' ' || place AS listed_text, notes || ' ' || position_facts || ' ' || wanted_for || ' ' || who_calls || ' ' || contact_how || ' ' || posting_link || ' ' || posting || ' ' || to_ask AS notes_text FROM interview);
-- trigger letter_ai on letter
CREATE TRIGGER letter_ai AFTER INSERT ON letter BEGIN INSERT INTO letter_fts (rowid, words) SELECT id, words FROM letter_searched WHERE id = NEW.id; END;
-- trigger letter_au on letter
CREATE TRIGGER letter_au AFTER UPDATE OF id, subject, text ON letter BEGIN INSERT INTO letter_fts (rowid, words) SELECT id, words FROM letter_searched WHERE id = NEW.id; END;
-- trigger letter_bd on letter
CREATE TRIGGER letter_bd BEFORE DELETE ON letter BEGIN INSERT INTO letter_fts (letter_fts, rowid, words) SELECT 'delete', id, words FROM letter_searched WHERE id = OLD.id; END;
-- trigger letter_bu on letter
CREATE TRIGGER letter_bu BEFORE UPDATE OF id, subject, text ON letter BEGIN INSERT INTO letter_fts (letter_fts, rowid, words) SELECT 'delete', id, words FROM letter_searched WHERE id = OLD.id; END;
-- table letter on letter
CREATE TABLE "letter" (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        interview_id INTEGER NOT NULL REFERENCES interview (id),
        person_id INTEGER NOT NULL REFERENCES person (id),
        kind TEXT NOT NULL,
        form TEXT NOT NULL,
        subject TEXT NOT NULL,
        text TEXT NOT NULL,
        state TEXT NOT NULL,
        copied_at TEXT,
        sent_on TEXT,
        sent_how TEXT NOT NULL,
        created_at TEXT,
        binned_at TEXT,
        follows_facts INTEGER NOT NULL DEFAULT 0,
        parts TEXT NOT NULL DEFAULT '',
        chosen_at TEXT,
        UNIQUE (interview_id, person_id, kind, form)
    ) STRICT;
-- index sqlite_autoindex_letter_1 on letter
-- table letter_fts on letter_fts
CREATE VIRTUAL TABLE letter_fts USING fts5 (words, content = 'letter_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table letter_fts_config on letter_fts_config
-- table letter_fts_data on letter_fts_data
-- table letter_fts_docsize on letter_fts_docsize
-- table letter_fts_idx on letter_fts_idx
-- view letter_searched on letter_searched
CREATE VIEW letter_searched AS SELECT id, 
    CASE WHEN words_text NOT GLOB '*[^' || char(1) || '-~]*' THEN words_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT words_text, words_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS words FROM (SELECT id, subject || ' ' || text AS words_text FROM letter);
-- trigger me_ai on me
CREATE TRIGGER me_ai AFTER INSERT ON me BEGIN INSERT INTO me_fts (rowid, words) SELECT id, words FROM me_searched WHERE id = NEW.id; END;
-- trigger me_au on me
CREATE TRIGGER me_au AFTER UPDATE OF id, resume_notes ON me BEGIN INSERT INTO me_fts (rowid, words) SELECT id, words FROM me_searched WHERE id = NEW.id; END;
-- trigger me_bd on me
CREATE TRIGGER me_bd BEFORE DELETE ON me BEGIN INSERT INTO me_fts (me_fts, rowid, words) SELECT 'delete', id, words FROM me_searched WHERE id = OLD.id; END;
-- trigger me_bu on me
CREATE TRIGGER me_bu BEFORE UPDATE OF id, resume_notes ON me BEGIN INSERT INTO me_fts (me_fts, rowid, words) SELECT 'delete', id, words FROM me_searched WHERE id = OLD.id; END;
-- table me on me
CREATE TABLE me (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    closing TEXT NOT NULL,
    resume_reviewed_on TEXT,
    resume_notes TEXT NOT NULL,
    binned_at TEXT
) STRICT;
-- table me_fts on me_fts
CREATE VIRTUAL TABLE me_fts USING fts5 (words, content = 'me_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table me_fts_config on me_fts_config
-- table me_fts_data on me_fts_data
-- table me_fts_docsize on me_fts_docsize
-- table me_fts_idx on me_fts_idx
-- view me_searched on me_searched
CREATE VIEW me_searched AS SELECT id, 
    CASE WHEN words_text NOT GLOB '*[^' || char(1) || '-~]*' THEN words_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT words_text, words_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS words FROM (SELECT id, resume_notes AS words_text FROM me);
-- trigger meeting_ai on meeting
CREATE TRIGGER meeting_ai AFTER INSERT ON meeting BEGIN INSERT INTO meeting_fts (rowid, words) SELECT id, words FROM meeting_searched WHERE id = NEW.id; END;
-- trigger meeting_au on meeting
CREATE TRIGGER meeting_au AFTER UPDATE OF id, talked_about, strength ON meeting BEGIN INSERT INTO meeting_fts (rowid, words) SELECT id, words FROM meeting_searched WHERE id = NEW.id; END;
-- trigger meeting_bd on meeting
CREATE TRIGGER meeting_bd BEFORE DELETE ON meeting BEGIN INSERT INTO meeting_fts (meeting_fts, rowid, words) SELECT 'delete', id, words FROM meeting_searched WHERE id = OLD.id; END;
-- trigger meeting_bu on meeting
CREATE TRIGGER meeting_bu BEFORE UPDATE OF id, talked_about, strength ON meeting BEGIN INSERT INTO meeting_fts (meeting_fts, rowid, words) SELECT 'delete', id, words FROM meeting_searched WHERE id = OLD.id; END;
-- table meeting on meeting
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    position INTEGER NOT NULL,
    talked_about TEXT NOT NULL,
    strength TEXT NOT NULL,
    wants_letter INTEGER NOT NULL,
    binned_at TEXT
, thanked_in INTEGER) STRICT;
-- index meeting_interview on meeting
CREATE INDEX meeting_interview ON meeting (interview_id);
-- index meeting_person on meeting
CREATE INDEX meeting_person ON meeting (person_id);
-- table meeting_fts on meeting_fts
CREATE VIRTUAL TABLE meeting_fts USING fts5 (words, content = 'meeting_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table meeting_fts_config on meeting_fts_config
-- table meeting_fts_data on meeting_fts_data
-- table meeting_fts_docsize on meeting_fts_docsize
-- table meeting_fts_idx on meeting_fts_idx
-- view meeting_searched on meeting_searched
CREATE VIEW meeting_searched AS SELECT id, 
    CASE WHEN words_text NOT GLOB '*[^' || char(1) || '-~]*' THEN words_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT words_text, words_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS words FROM (SELECT id, talked_about || ' ' || strength AS words_text FROM meeting);
-- trigger own_item_ai on own_item
CREATE TRIGGER own_item_ai AFTER INSERT ON own_item BEGIN INSERT INTO own_item_fts (rowid, words) SELECT id, words FROM own_item_searched WHERE id = NEW.id; END;
-- trigger own_item_au on own_item
CREATE TRIGGER own_item_au AFTER UPDATE OF id, text ON own_item BEGIN INSERT INTO own_item_fts (rowid, words) SELECT id, words FROM own_item_searched WHERE id = NEW.id; END;
-- trigger own_item_bd on own_item
CREATE TRIGGER own_item_bd BEFORE DELETE ON own_item BEGIN INSERT INTO own_item_fts (own_item_fts, rowid, words) SELECT 'delete', id, words FROM own_item_searched WHERE id = OLD.id; END;
-- trigger own_item_bu on own_item
CREATE TRIGGER own_item_bu BEFORE UPDATE OF id, text ON own_item BEGIN INSERT INTO own_item_fts (own_item_fts, rowid, words) SELECT 'delete', id, words FROM own_item_searched WHERE id = OLD.id; END;
-- table own_item on own_item
CREATE TABLE own_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    step TEXT NOT NULL,
    text TEXT NOT NULL,
    due TEXT,
    done_on TEXT,
    binned_at TEXT
) STRICT;
-- index own_item_interview on own_item
CREATE INDEX own_item_interview ON own_item (interview_id);
-- table own_item_fts on own_item_fts
CREATE VIRTUAL TABLE own_item_fts USING fts5 (words, content = 'own_item_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table own_item_fts_config on own_item_fts_config
-- table own_item_fts_data on own_item_fts_data
-- table own_item_fts_docsize on own_item_fts_docsize
-- table own_item_fts_idx on own_item_fts_idx
-- view own_item_searched on own_item_searched
CREATE VIEW own_item_searched AS SELECT id, 
    CASE WHEN words_text NOT GLOB '*[^' || char(1) || '-~]*' THEN words_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT words_text, words_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS words FROM (SELECT id, text AS words_text FROM own_item);
-- trigger person_ai on person
CREATE TRIGGER person_ai AFTER INSERT ON person BEGIN INSERT INTO person_fts (rowid, name, reach, about) SELECT id, name, reach, about FROM person_searched WHERE id = NEW.id; END;
-- trigger person_au on person
CREATE TRIGGER person_au AFTER UPDATE OF id, name, called, phone, email, title, employer, job_title, address, notes ON person BEGIN INSERT INTO person_fts (rowid, name, reach, about) SELECT id, name, reach, about FROM person_searched WHERE id = NEW.id; END;
-- trigger person_bd on person
CREATE TRIGGER person_bd BEFORE DELETE ON person BEGIN INSERT INTO person_fts (person_fts, rowid, name, reach, about) SELECT 'delete', id, name, reach, about FROM person_searched WHERE id = OLD.id; END;
-- trigger person_bu on person
CREATE TRIGGER person_bu BEFORE UPDATE OF id, name, called, phone, email, title, employer, job_title, address, notes ON person BEGIN INSERT INTO person_fts (person_fts, rowid, name, reach, about) SELECT 'delete', id, name, reach, about FROM person_searched WHERE id = OLD.id; END;
-- table person on person
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    post_nominals TEXT NOT NULL,
    called TEXT NOT NULL,
    employer TEXT NOT NULL,
    job_title TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    notes TEXT NOT NULL,
    binned_at TEXT
, pronouns TEXT NOT NULL DEFAULT '') STRICT;
-- index person_phone on person
CREATE INDEX person_phone ON person (phone) WHERE phone <> '';
-- table person_fts on person_fts
CREATE VIRTUAL TABLE person_fts USING fts5 (name, reach, about, content = 'person_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table person_fts_config on person_fts_config
-- table person_fts_data on person_fts_data
-- table person_fts_docsize on person_fts_docsize
-- table person_fts_idx on person_fts_idx
-- view person_searched on person_searched
CREATE VIEW person_searched AS SELECT id, 
    CASE WHEN name_text NOT GLOB '*[^' || char(1) || '-~]*' THEN name_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT name_text, name_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS name, 
    CASE WHEN reach_text NOT GLOB '*[^' || char(1) || '-~]*' THEN reach_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT reach_text, reach_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS reach, 
    CASE WHEN about_text NOT GLOB '*[^' || char(1) || '-~]*' THEN about_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT about_text, about_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS about FROM (SELECT id, name || ' ' || called AS name_text, phone || ' ' || email AS reach_text, title || ' ' || employer || ' ' || job_title || ' ' || address || ' ' || notes AS about_text FROM person);
-- trigger question_ai on question
CREATE TRIGGER question_ai AFTER INSERT ON question BEGIN INSERT INTO question_fts (rowid, words) SELECT id, words FROM question_searched WHERE id = NEW.id; END;
-- trigger question_au on question
CREATE TRIGGER question_au AFTER UPDATE OF id, text, answer, themes ON question BEGIN INSERT INTO question_fts (rowid, words) SELECT id, words FROM question_searched WHERE id = NEW.id; END;
-- trigger question_bd on question
CREATE TRIGGER question_bd BEFORE DELETE ON question BEGIN INSERT INTO question_fts (question_fts, rowid, words) SELECT 'delete', id, words FROM question_searched WHERE id = OLD.id; END;
-- trigger question_bu on question
CREATE TRIGGER question_bu BEFORE UPDATE OF id, text, answer, themes ON question BEGIN INSERT INTO question_fts (question_fts, rowid, words) SELECT 'delete', id, words FROM question_searched WHERE id = OLD.id; END;
-- table question on question
CREATE TABLE question (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER REFERENCES interview (id),
    text TEXT NOT NULL,
    expected INTEGER NOT NULL,
    answer TEXT NOT NULL,
    practised_on TEXT,
    went TEXT NOT NULL,
    created_at TEXT,
    binned_at TEXT
, themes TEXT NOT NULL DEFAULT '') STRICT;
-- index question_interview on question
CREATE INDEX question_interview ON question (interview_id);
-- table question_fts on question_fts
CREATE VIRTUAL TABLE question_fts USING fts5 (words, content = 'question_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table question_fts_config on question_fts_config
-- table question_fts_data on question_fts_data
-- table question_fts_docsize on question_fts_docsize
-- table question_fts_idx on question_fts_idx
-- view question_searched on question_searched
CREATE VIEW question_searched AS SELECT id, 
    CASE WHEN words_text NOT GLOB '*[^' || char(1) || '-~]*' THEN words_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT words_text, words_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS words FROM (SELECT id, text || ' ' || answer || ' ' || themes AS words_text FROM question);
-- trigger reference_ai on reference
CREATE TRIGGER reference_ai AFTER INSERT ON reference BEGIN INSERT INTO reference_fts (rowid, words) SELECT id, words FROM reference_searched WHERE id = NEW.id; END;
-- trigger reference_au on reference
CREATE TRIGGER reference_au AFTER UPDATE OF id, relation, notes ON reference BEGIN INSERT INTO reference_fts (rowid, words) SELECT id, words FROM reference_searched WHERE id = NEW.id; END;
-- trigger reference_bd on reference
CREATE TRIGGER reference_bd BEFORE DELETE ON reference BEGIN INSERT INTO reference_fts (reference_fts, rowid, words) SELECT 'delete', id, words FROM reference_searched WHERE id = OLD.id; END;
-- trigger reference_bu on reference
CREATE TRIGGER reference_bu BEFORE UPDATE OF id, relation, notes ON reference BEGIN INSERT INTO reference_fts (reference_fts, rowid, words) SELECT 'delete', id, words FROM reference_searched WHERE id = OLD.id; END;
-- table reference on reference
CREATE TABLE reference (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id),
    relation TEXT NOT NULL,
    asked TEXT NOT NULL,
    asked_on TEXT,
    notes TEXT NOT NULL,
    binned_at TEXT
, away_until TEXT) STRICT;
-- index reference_person on reference
CREATE INDEX reference_person ON reference (person_id);
-- table reference_fts on reference_fts
CREATE VIRTUAL TABLE reference_fts USING fts5 (words, content = 'reference_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table reference_fts_config on reference_fts_config
-- table reference_fts_data on reference_fts_data
-- table reference_fts_docsize on reference_fts_docsize
-- table reference_fts_idx on reference_fts_idx
-- view reference_searched on reference_searched
CREATE VIEW reference_searched AS SELECT id, 
    CASE WHEN words_text NOT GLOB '*[^' || char(1) || '-~]*' THEN words_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT words_text, words_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS words FROM (SELECT id, relation || ' ' || notes AS words_text FROM reference);
-- trigger reflection_ai on reflection
CREATE TRIGGER reflection_ai AFTER INSERT ON reflection BEGIN INSERT INTO reflection_fts (rowid, words) SELECT id, words FROM reflection_searched WHERE id = NEW.id; END;
-- trigger reflection_au on reflection
CREATE TRIGGER reflection_au AFTER UPDATE OF id, happened, well, improve, differently, cared, unsaid, why_not, lessons ON reflection BEGIN INSERT INTO reflection_fts (rowid, words) SELECT id, words FROM reflection_searched WHERE id = NEW.id; END;
-- trigger reflection_bd on reflection
CREATE TRIGGER reflection_bd BEFORE DELETE ON reflection BEGIN INSERT INTO reflection_fts (reflection_fts, rowid, words) SELECT 'delete', id, words FROM reflection_searched WHERE id = OLD.id; END;
-- trigger reflection_bu on reflection
CREATE TRIGGER reflection_bu BEFORE UPDATE OF id, happened, well, improve, differently, cared, unsaid, why_not, lessons ON reflection BEGIN INSERT INTO reflection_fts (reflection_fts, rowid, words) SELECT 'delete', id, words FROM reflection_searched WHERE id = OLD.id; END;
-- trigger reflection_sure on reflection
CREATE TRIGGER reflection_sure BEFORE UPDATE OF sure, sure_on ON reflection
    WHEN OLD.sure IS NOT NULL AND NEW.sure IS NOT NULL
        AND (NEW.sure <> OLD.sure OR NEW.sure_on IS NOT OLD.sure_on)
    BEGIN SELECT RAISE(ABORT, 'how sure somebody felt is noted once'); END;
-- table reflection on reflection
CREATE TABLE reflection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL UNIQUE REFERENCES interview (id),
    well TEXT NOT NULL,
    improve TEXT NOT NULL,
    differently TEXT NOT NULL,
    cared TEXT NOT NULL,
    unsaid TEXT NOT NULL,
    sure INTEGER CHECK (sure BETWEEN 1 AND 5),
    sure_on TEXT,
    why_not TEXT NOT NULL,
    lessons TEXT NOT NULL,
    binned_at TEXT
, happened TEXT NOT NULL DEFAULT '') STRICT;
-- index sqlite_autoindex_reflection_1 on reflection
-- table reflection_fts on reflection_fts
CREATE VIRTUAL TABLE reflection_fts USING fts5 (words, content = 'reflection_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table reflection_fts_config on reflection_fts_config
-- table reflection_fts_data on reflection_fts_data
-- table reflection_fts_docsize on reflection_fts_docsize
-- table reflection_fts_idx on reflection_fts_idx
-- view reflection_searched on reflection_searched
CREATE VIEW reflection_searched AS SELECT id, 
    CASE WHEN words_text NOT GLOB '*[^' || char(1) || '-~]*' THEN words_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT words_text, words_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS words FROM (SELECT id, happened || ' ' || well || ' ' || improve || ' ' || differently || ' ' || cared || ' ' || unsaid || ' ' || why_not || ' ' || lessons AS words_text FROM reflection);
-- table sqlite_sequence on sqlite_sequence
CREATE TABLE sqlite_sequence(name,seq);
-- trigger story_ai on story
CREATE TRIGGER story_ai AFTER INSERT ON story BEGIN INSERT INTO story_fts (rowid, words) SELECT id, words FROM story_searched WHERE id = NEW.id; END;
-- trigger story_au on story
CREATE TRIGGER story_au AFTER UPDATE OF id, name, situation, task, action, result, lesson, themes ON story BEGIN INSERT INTO story_fts (rowid, words) SELECT id, words FROM story_searched WHERE id = NEW.id; END;
-- trigger story_bd on story
CREATE TRIGGER story_bd BEFORE DELETE ON story BEGIN INSERT INTO story_fts (story_fts, rowid, words) SELECT 'delete', id, words FROM story_searched WHERE id = OLD.id; END;
-- trigger story_bu on story
CREATE TRIGGER story_bu BEFORE UPDATE OF id, name, situation, task, action, result, lesson, themes ON story BEGIN INSERT INTO story_fts (story_fts, rowid, words) SELECT 'delete', id, words FROM story_searched WHERE id = OLD.id; END;
-- table story on story
CREATE TABLE story (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        situation TEXT NOT NULL,
        task TEXT NOT NULL,
        action TEXT NOT NULL,
        result TEXT NOT NULL,
        lesson TEXT NOT NULL,
        themes TEXT NOT NULL,
        created_at TEXT,
        binned_at TEXT
    ) STRICT
    ;
-- table story_fts on story_fts
CREATE VIRTUAL TABLE story_fts USING fts5 (words, content = 'story_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table story_fts_config on story_fts_config
-- table story_fts_data on story_fts_data
-- table story_fts_docsize on story_fts_docsize
-- table story_fts_idx on story_fts_idx
-- view story_searched on story_searched
CREATE VIEW story_searched AS SELECT id, 
    CASE WHEN words_text NOT GLOB '*[^' || char(1) || '-~]*' THEN words_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT words_text, words_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS words FROM (SELECT id, name || ' ' || situation || ' ' || task || ' ' || action || ' ' || result || ' ' || lesson || ' ' || themes AS words_text FROM story);
-- table telling on telling
CREATE TABLE telling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        story_id INTEGER NOT NULL REFERENCES story (id),
        interview_id INTEGER NOT NULL REFERENCES interview (id),
        landed TEXT NOT NULL,
        binned_at TEXT
    ) STRICT
    ;
-- index telling_interview on telling
CREATE INDEX telling_interview ON telling (interview_id);
-- index telling_story on telling
CREATE INDEX telling_story ON telling (story_id);
-- trigger template_ai on template
CREATE TRIGGER template_ai AFTER INSERT ON template BEGIN INSERT INTO template_fts (rowid, words) SELECT id, words FROM template_searched WHERE id = NEW.id; END;
-- trigger template_au on template
CREATE TRIGGER template_au AFTER UPDATE OF id, name, text ON template BEGIN INSERT INTO template_fts (rowid, words) SELECT id, words FROM template_searched WHERE id = NEW.id; END;
-- trigger template_bd on template
CREATE TRIGGER template_bd BEFORE DELETE ON template BEGIN INSERT INTO template_fts (template_fts, rowid, words) SELECT 'delete', id, words FROM template_searched WHERE id = OLD.id; END;
-- trigger template_bu on template
CREATE TRIGGER template_bu BEFORE UPDATE OF id, name, text ON template BEGIN INSERT INTO template_fts (template_fts, rowid, words) SELECT 'delete', id, words FROM template_searched WHERE id = OLD.id; END;
-- table template on template
CREATE TABLE template (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        form TEXT NOT NULL,
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        binned_at TEXT
    ) STRICT
    ;
-- table template_fts on template_fts
CREATE VIRTUAL TABLE template_fts USING fts5 (words, content = 'template_searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
-- table template_fts_config on template_fts_config
-- table template_fts_data on template_fts_data
-- table template_fts_docsize on template_fts_docsize
-- table template_fts_idx on template_fts_idx
-- view template_searched on template_searched
CREATE VIEW template_searched AS SELECT id, 
    CASE WHEN words_text NOT GLOB '*[^' || char(1) || '-~]*' THEN words_text ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT words_text, words_text, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END AS words FROM (SELECT id, name || ' ' || text AS words_text FROM template);
-- table text_version on text_version
CREATE TABLE text_version (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
-- index text_version_subject on text_version
CREATE INDEX text_version_subject ON text_version (subject, field);
-- table word on word
CREATE TABLE word (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        word TEXT NOT NULL,
        binned_at TEXT
    ) STRICT
    ;
