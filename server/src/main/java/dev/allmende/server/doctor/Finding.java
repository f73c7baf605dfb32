package dev.allmende.server.doctor;

/**
 * What was seen of one thing.
 *
 * @param topic what was looked at
 * @param found in a few words
 * @param remedy what to do; empty when nothing is to be done
 */
record Finding(Level level, String topic, String found, String remedy) {

    enum Level {
        OK,
        /** Works, but better look at it. */
        REMARK,
        /** Could not be examined. */
        UNKNOWN,
        FAULT
    }

    static Finding ok(String topic, String found) {
        return new Finding(Level.OK, topic, found, "");
    }

    static Finding remark(String topic, String found, String remedy) {
        return new Finding(Level.REMARK, topic, found, remedy);
    }

    static Finding unknown(String topic, String found, String remedy) {
        return new Finding(Level.UNKNOWN, topic, found, remedy);
    }

    static Finding fault(String topic, String found, String remedy) {
        return new Finding(Level.FAULT, topic, found, remedy);
    }
}
