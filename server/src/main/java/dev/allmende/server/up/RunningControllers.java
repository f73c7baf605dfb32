package dev.allmende.server.up;

import dev.allmende.server.rooms.Controllers;
import dev.allmende.server.rooms.Ground;
import java.util.ArrayDeque;
import java.util.Deque;

/** The controllers that run, stopped in the opposite order. One that does not stop cleanly never keeps another from it. */
final class RunningControllers implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RunningControllers.class.getName());

    private record Room(String name, AutoCloseable running) {}

    private final Deque<Room> rooms = new ArrayDeque<>();

    void start(Controllers controllers, Ground ground) {
        rooms.push(new Room(
                controllers.name(), controllers.start(ground, ground.folders().kubeconfig())));
        LOG.log(System.Logger.Level.INFO, "controllers of " + controllers.name() + " run");
    }

    @Override
    public void close() {
        while (!rooms.isEmpty()) {
            var room = rooms.pop();
            try {
                room.running().close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "controllers of " + room.name() + " did not stop cleanly", e);
            }
        }
    }
}
