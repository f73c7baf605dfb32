package dev.allmende.server.shell.look;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Files beside these classes. */
final class Resources {

    private Resources() {}

    static InputStream open(String name) throws IOException {
        var in = Resources.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(name);
        }
        return in;
    }
}
