package dev.allmende.server.rooms;

import dev.allmende.apiserver.endpoint.Inside;
import dev.allmende.apiserver.endpoint.Pages;
import java.util.List;

/** All rooms of this program. The one place to add pages or controllers to it. */
public final class Rooms {

    private Rooms() {}

    /** What browsers see. Pages come before the API: a path they do not know is the API's. */
    public static Pages pages(Ground ground, Inside inside) {
        return Pages.NONE;
    }

    /** Started in this order once the API answers, stopped the other way round before it ends. */
    public static List<Controllers> controllers() {
        return List.of();
    }
}
