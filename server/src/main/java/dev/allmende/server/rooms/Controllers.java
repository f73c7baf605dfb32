package dev.allmende.server.rooms;

import java.nio.file.Path;

/** The controllers of one room. They know the API only as a client, so that any Kubernetes will do. */
public interface Controllers {

    /** Of the room; shown in logs and health. */
    String name();

    /**
     * Starts them and returns at once; what is returned stops them, within a second or two.
     *
     * @param kubeconfig of an API that answers already, as a user who may do everything
     */
    AutoCloseable start(Ground ground, Path kubeconfig);
}
