import { shrunk } from './photo.js';

const most = 6;

/** Photos of the draft that is written: shrunk when they are taken, each by itself, so that a bad one stops no other. */
export class PhotosKept {
  #form;
  #drafts;
  #begun;
  #list;
  #work = Promise.resolve();

  constructor(form, drafts, begun) {
    this.#form = form;
    this.#drafts = drafts;
    this.#begun = begun;
    this.#list = form.querySelector('#photos-kept');
    const input = form.elements['photos'];
    input.addEventListener('change', () => {
      const files = [...input.files];
      // They go out one by one, by keys of their own, and not with the form.
      input.value = '';
      this.#work = this.#work.then(() => this.#take(files));
    });
  }

  settled = () => this.#work;

  clear() {
    this.#list.replaceChildren();
    this.#list.hidden = true;
  }

  async show(draft) {
    this.clear();
    for (const photo of await this.#drafts.photosOf(draft)) this.#line(photo.name, photo);
  }

  async #take(files) {
    const { empty, full } = this.#form.dataset;
    const draft = await this.#begun();
    for (const file of files) {
      const many = (await this.#drafts.photosOf(draft.key)).length;
      if (file.size === 0) this.#line(`${file.name} ${empty}`, null);
      else if (many >= most) this.#line(`${file.name} ${full}`, null);
      else {
        const small = await shrunk(file);
        const photo = { draft: draft.key, key: crypto.randomUUID(), name: small.name, file: small };
        await this.#drafts.putPhoto(photo);
        this.#line(photo.name, photo);
      }
    }
    this.#form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #line(text, photo) {
    const line = document.createElement('li');
    line.append(Object.assign(document.createElement('span'), { textContent: text, className: photo ? '' : 'error' }));
    if (photo) {
      const drop = Object.assign(document.createElement('button'), { type: 'button', className: 'button quiet' });
      drop.textContent = this.#form.dataset.remove;
      drop.addEventListener('click', () => void this.#drafts.dropPhoto(photo).then(() => line.remove()));
      line.append(' ', drop);
    }
    this.#list.append(line);
    this.#list.hidden = false;
  }
}
