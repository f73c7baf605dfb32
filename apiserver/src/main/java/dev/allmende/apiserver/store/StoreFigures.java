package dev.allmende.apiserver.store;

/**
 * What a store has done since its start, and how large it is.
 *
 * @param commits syncs of the disk
 * @param writes changes in them; more per commit the more clients write at once
 * @param waiting changes that wait for the next commit now
 * @param objects now
 * @param fileBytes of the file
 * @param logBytes of its log, which is used again and again
 */
public record StoreFigures(long commits, long writes, int waiting, long objects, long fileBytes, long logBytes) {}
