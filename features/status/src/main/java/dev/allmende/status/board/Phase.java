package dev.allmende.status.board;

/** A phase, by generation (from 1) and place in it (from 0). */
public record Phase(int generation, int order) {}
