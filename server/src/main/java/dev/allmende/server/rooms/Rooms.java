package dev.allmende.server.rooms;

import dev.allmende.apiserver.endpoint.Inside;
import dev.allmende.apiserver.endpoint.Pages;
import dev.allmende.cli.Product;
import dev.allmende.server.controllers.RoomControllers;
import dev.allmende.server.shell.Shell;
import dev.allmende.server.shell.ShellSettings;
import java.util.List;

/** All rooms of this program. The one place to add pages or controllers to it. */
public final class Rooms {

    private Rooms() {}

    /** What browsers see. Pages come before the API: a path they do not know is the API's. */
    public static Pages pages(Ground ground, Inside inside) {
        var shell = new Shell(shell(ground), inside);
        ground.statusPages().sessions(shell::signedIn);
        return request -> {
            var status = ground.statusPages().answer(request);
            return status.isPresent() ? status : shell.answer(request);
        };
    }

    /** Its users are files of the keys folder. */
    public static ShellSettings shell(Ground ground) {
        return ShellSettings.of(ground.folders().keys(), ground.issuers(), Product.version(), ground.clock());
    }

    /** Started in this order once the API answers, stopped the other way round before it ends. */
    public static List<Controllers> controllers() {
        return List.of(new RoomControllers());
    }
}
