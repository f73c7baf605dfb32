package dev.allmende.openstack.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Gathers a body and breaks off when it grows past the limit, so that a broken server cannot fill the memory. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private final int limit;
    private final ByteArrayOutputStream gathered;
    private final CompletableFuture<byte[]> done = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    LimitedBody(int limit, long announced) {
        this.limit = limit;
        this.gathered =
                new ByteArrayOutputStream(Math.clamp(announced, Math.min(limit, 512), Math.min(limit, 1 << 20)));
    }

    /** The body is larger than allowed. */
    static final class TooLarge extends IOException {
        TooLarge(int limit) {
            super("the answer is larger than " + limit + " bytes");
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            if (gathered.size() + buffer.remaining() > limit) {
                if (subscription != null) {
                    subscription.cancel();
                }
                done.completeExceptionally(new TooLarge(limit));
                return;
            }
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            gathered.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable broken) {
        done.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        done.complete(gathered.toByteArray());
    }
}
