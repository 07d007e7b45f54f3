package training.powerbi.server.lakehouse;

class MemoryLakehouseTest extends DeltaTableContract {

    @Override
    protected Lakehouse open() {
        return new MemoryLakehouse();
    }
}
