package dev.allmende.apiserver;

import java.util.random.RandomGenerator;

/** Ends of generated names: five characters without vowels and look-alikes (apimachinery util/rand). */
final class Suffixes {

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int LENGTH = 5;

    private final RandomGenerator random;

    Suffixes(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        var suffix = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            suffix.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return suffix.toString();
    }
}
