package dev.allmende.status.notice;

/** A way to one subscriber. */
public interface Channel {

    /** Blocks until the other side has taken it. */
    void send(Message message) throws NotSent;
}
