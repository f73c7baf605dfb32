package dev.allmende.server.shell.account;

import java.security.SecureRandom;

/** Makes passwords that people can read aloud and type. */
public final class Passwords {

    /** Without letters and digits that look like others. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    /** Shorter ones are refused where people choose their own (NIST SP 800-63B, 3.1.1.2 asks for at least 8). */
    public static final int SHORTEST = 10;

    /** Longer ones would let a client make the server hash for free. */
    public static final int LONGEST = 256;

    private Passwords() {}

    /** 100 random bits, such as {@code k3vd-q8wn-…}. */
    public static String random(SecureRandom random) {
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** @throws IllegalArgumentException when it is too short or too long */
    public static String checked(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new IllegalArgumentException("a password has %d to %d characters".formatted(SHORTEST, LONGEST));
        }
        return password;
    }
}
