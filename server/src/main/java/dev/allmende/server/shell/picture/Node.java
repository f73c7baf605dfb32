package dev.allmende.server.shell.picture;

import dev.allmende.server.shell.resource.Condition;

/**
 * One object.
 *
 * @param key of kind and name
 * @param href of its page, empty when there is none
 * @param word how it is, in the words of its condition; empty when it does not say
 * @param state what that means
 */
public record Node(String key, String kind, String name, String href, String word, State state) {

    /** How it is. */
    public enum State {
        GOOD,
        BAD,
        WAITING,
        PLAIN,
        /** It is being deleted. */
        GOING,
        /** It is named, but not there. */
        MISSING;

        static State of(Condition.Tone tone) {
            return switch (tone) {
                case GOOD -> GOOD;
                case BAD -> BAD;
                case WAITING -> WAITING;
                case PLAIN -> PLAIN;
            };
        }

        /** As the style sheet calls its colours. */
        public String code() {
            return switch (this) {
                case GOOD -> "good";
                case BAD, MISSING -> "bad";
                case WAITING, GOING -> "waiting";
                case PLAIN -> "plain";
            };
        }

        /** For eyes that do not tell colours. */
        public String mark() {
            return switch (this) {
                case GOOD -> "\u2713";
                case BAD -> "\u2715";
                case WAITING -> "\u2026";
                case PLAIN -> "\u00b7";
                case GOING -> "\u2212";
                case MISSING -> "?";
            };
        }
    }

    /** What it is for the picture; kinds are told by their names, whoever defines them. */
    enum Role {
        NETWORK,
        SUBNET,
        ROUTER,
        OTHER
    }

    Role role() {
        return switch (kind) {
            case "Network" -> Role.NETWORK;
            case "Subnet" -> Role.SUBNET;
            case "Router" -> Role.ROUTER;
            default -> Role.OTHER;
        };
    }

    /** For the {@code id} of elements. */
    public String id() {
        return key.replaceAll("[^A-Za-z0-9]", "-");
    }

    public boolean isGoing() {
        return state == State.GOING;
    }

    public boolean isMissing() {
        return state == State.MISSING;
    }
}
