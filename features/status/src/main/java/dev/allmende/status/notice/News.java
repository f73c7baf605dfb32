package dev.allmende.status.notice;

import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Note;
import java.util.Optional;

/**
 * Something to be told.
 *
 * @param id the same whenever and by whomever it is made: it is what keeps a message from coming twice
 * @param thread identifier of what it tells of; beginning of the identifiers of all news of that
 * @param note of an update
 */
public record News(String id, String thread, Event event, Happening happening, Optional<Note> note) {}
