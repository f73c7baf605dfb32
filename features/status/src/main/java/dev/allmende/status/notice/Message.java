package dev.allmende.status.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message in the words of one subscriber.
 *
 * @param id of what it tells; the same when it is sent again
 * @param thread of what it tells of
 * @param subject one line
 * @param text plain text, lines end in a line feed
 * @param data the same for programs
 */
public record Message(String id, String thread, String subject, String text, ObjectNode data) {}
