package training.powerbi.lakehouse.testing;

import training.powerbi.lakehouse.Lakehouse;

class MemoryLakehouseTest extends DeltaTableContract {

    @Override
    protected Lakehouse open() {
        return new MemoryLakehouse();
    }
}
