import { Injectable } from '@nestjs/common';
import { OfficesService } from '#offices';
import { type Asked, type Download, type ListView, Lists, type Shown, everybody } from '#platform';
import { type ClientListed, clientList } from './client.list.js';

/** The list of programs: a page of it, and as a workbook. */
@Injectable()
export class ClientLists {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
  ) {}

  show(asked: Asked): Promise<Shown<ListView<ClientListed>>> {
    return this.lists.show(
      clientList,
      asked,
      everybody,
      (row) => row,
      async (rows) => {
        const names = await this.offices.names();
        return { places: Object.fromEntries(rows.map(({ officeCode }) => [officeCode, names.place(officeCode)])) };
      },
    );
  }

  sheet(asked: Asked): Promise<Download> {
    return this.lists.sheet(clientList, asked, everybody, (rows) => rows);
  }
}
